package nl.landingsbaan.platform.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import nl.landingsbaan.platform.form.Category;

@Entity
@Table(name = "answer")
class AnswerRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    Long id;

    long regionId;
    long transferId;
    String formId;
    Long taskId;
    String fieldKey;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(40)")
    Category category;

    long organisationId;
    boolean sealed;
    String value;
    long answeredBy;
    Instant answeredAt;
    String reason;
}
