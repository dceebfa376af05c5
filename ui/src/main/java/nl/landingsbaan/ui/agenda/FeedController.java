package nl.landingsbaan.ui.agenda;

import java.nio.charset.StandardCharsets;
import nl.landingsbaan.platform.agenda.AgendaFeeds;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers calendar programmes, which cannot sign in: whoever knows the secret address gets the feed, everybody else nothing. */
@RestController
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final AgendaFeeds feeds;

    FeedController(AgendaFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/agenda/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/agenda")
                .build()
                .toUri();
        return feeds.calendar(token, link)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Robots-Tag", "noindex")
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
