package nl.landingsbaan.platform.transfer;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Young people who were there before their names could be searched are found as well. */
@Component
class V14_2__names_known_before extends BaseJavaMigration {

    private static final int AT_A_TIME = 5000;

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var people = connection
                        .createStatement()
                        .executeQuery("SELECT region_id, id, first_name, last_name FROM young_person");
                var insert = connection.prepareStatement(NameIndex.INSERT)) {
            var waiting = 0;
            while (people.next()) {
                for (var gram : NameIndex.grams(people.getString(3), people.getString(4))) {
                    insert.setLong(1, people.getLong(1));
                    insert.setString(2, gram);
                    insert.setLong(3, people.getLong(2));
                    insert.addBatch();
                    if (++waiting % AT_A_TIME == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }
}
