package nl.landingsbaan.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What users read: Dutch, or English for who asks for it. The language of the server's machine plays no part. */
@Component
public class Texts implements I18NProvider {

    /** The language of everybody who did not choose another. */
    public static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final Logger log = LoggerFactory.getLogger(Texts.class);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, String> dutch = read(Locale.ROOT);
    private final Map<String, String> english = read(Locale.ENGLISH);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(DUTCH, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        var text = isEnglish(locale) ? english.get(key) : dutch.get(key);
        if (text == null) {
            log.warn("No text for {}", key);
            return key;
        }
        return parameters.length == 0
                ? text
                : new MessageFormat(text, isEnglish(locale) ? locale : DUTCH).format(parameters);
    }

    private static boolean isEnglish(Locale locale) {
        return locale != null && locale.getLanguage().equals("en");
    }

    private static Map<String, String> read(Locale locale) {
        var bundle = ResourceBundle.getBundle("vaadin-i18n.translations", locale, NO_FALLBACK);
        var texts = new TreeMap<String, String>();
        for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
            var key = keys.nextElement();
            texts.put(key, bundle.getString(key));
        }
        return texts;
    }
}
