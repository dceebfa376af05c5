package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.Consumer;

/** Lets somebody choose one file, and reads it into memory only. */
public final class FileUpload extends Upload {

    /** No file is larger. */
    public static final int MOST_MEGABYTES = 5;

    private static final int MEGABYTE = 1024 * 1024;

    private final transient Reader reader;
    private final transient Consumer<String> refused;

    /** What is done with a file. */
    @FunctionalInterface
    public interface Reader {

        void read(String name, byte[] content);
    }

    /**
     * @param refused is told in words why a file cannot be read
     * @param kinds what file names end in, such as {@code .csv}
     */
    public FileUpload(Reader reader, Consumer<String> refused, String... kinds) {
        this.reader = reader;
        this.refused = refused;
        setUploadHandler(new Reading());
        setMaxFileSize(MOST_MEGABYTES * MEGABYTE);
        setMaxFiles(1);
        setAcceptedFileTypes(kinds);
        setI18n(words(String.join(" / ", kinds)));
        setUploadButton(new Button(getTranslation("bestand.kies")));
        setDropLabel(new Span(getTranslation("bestand.sleep")));
        addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
        setWidthFull();
    }

    private UploadI18N words(String kinds) {
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("bestand.te-groot", MOST_MEGABYTES))
                        .setIncorrectFileType(getTranslation("bestand.soort", kinds))
                        .setTooManyFiles(getTranslation("bestand.een")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("bestand.bezig"))
                                .setProcessing(getTranslation("bestand.bezig"))
                                .setStalled(getTranslation("bestand.bezig"))
                                .setHeld(getTranslation("bestand.bezig")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("bestand.mislukt"))
                                .setUnexpectedServerError(getTranslation("bestand.mislukt"))
                                .setForbidden(getTranslation("bestand.mislukt"))));
    }

    /** Reads no more than is allowed. */
    private final class Reading implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            byte[] content;
            try (var in = event.getInputStream()) {
                content = in.readNBytes(MOST_MEGABYTES * MEGABYTE + 1);
            }
            event.getUI().access(() -> {
                if (content.length > MOST_MEGABYTES * MEGABYTE) {
                    refused.accept(getTranslation("bestand.te-groot", MOST_MEGABYTES));
                } else {
                    reader.read(event.getFileName(), content);
                }
            });
        }

        @Override
        public long getRequestSizeMax() {
            return 2L * MOST_MEGABYTES * MEGABYTE;
        }
    }
}
