package nl.landingsbaan.platform.sharing;

import java.util.stream.Collectors;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the screens of the dossier and of the list of young people get. */
@Configuration(proxyBeanMethods = false)
class DossierSurfaces {

    @Bean
    Surface valuesOfTheDossier(DossierValues dossierValues) {
        return surface(
                "gegevens in het dossier",
                true,
                (transfer, reader) -> dossierValues.visible(transfer, reader.viewer()).stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
    }

    @Bean
    Surface dossier(Transfers transfers) {
        return surface(
                "dossier",
                false,
                (transfer, reader) -> reader.actor() == null
                        ? ""
                        : transfers.dossier(reader.actor(), transfer.id()).toString());
    }

    @Bean
    Surface listOfYoungPeople(Transfers transfers) {
        return surface(
                "lijst met jongeren",
                false,
                (transfer, reader) -> reader.actor() == null
                        ? ""
                        : transfers
                                .list(reader.actor(), TransferFilter.ALL, 0, 100)
                                .toString());
    }

    @Bean
    Surface search(Transfers transfers) {
        return surface(
                "zoeken op naam",
                false,
                (transfer, reader) -> reader.actor() == null
                        ? ""
                        : transfers
                                .list(reader.actor(), new TransferFilter("Deelman", null, null, null), 0, 100)
                                .toString());
    }

    private static Surface surface(String name, boolean everything, Showing showing) {
        return new Surface() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean showsEverything() {
                return everything;
            }

            @Override
            public String shown(TransferKey transfer, Reader reader) {
                return showing.of(transfer, reader);
            }
        };
    }

    @FunctionalInterface
    private interface Showing {
        String of(TransferKey transfer, Reader reader);
    }
}
