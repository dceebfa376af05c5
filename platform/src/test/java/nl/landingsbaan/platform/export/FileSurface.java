package nl.landingsbaan.platform.export;

import java.nio.charset.StandardCharsets;
import nl.landingsbaan.platform.sharing.Reader;
import nl.landingsbaan.platform.sharing.Surface;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferKey;
import org.springframework.stereotype.Component;

/** The list of young people as a file. */
@Component
class FileSurface implements Surface {

    private final YoungPeopleFile file;

    FileSurface(YoungPeopleFile file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "lijst met jongeren als csv";
    }

    @Override
    public boolean showsEverything() {
        return false;
    }

    @Override
    public String shown(TransferKey transfer, Reader reader) {
        return reader.actor() == null
                ? ""
                : new String(file.csv(reader.actor(), TransferFilter.ALL), StandardCharsets.UTF_8);
    }
}
