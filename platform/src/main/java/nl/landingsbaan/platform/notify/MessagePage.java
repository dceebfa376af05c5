package nl.landingsbaan.platform.notify;

import java.util.List;

/**
 * A page of messages.
 *
 * @param next where the next page begins; null when this is the last
 */
public record MessagePage(List<Message> messages, MessagePosition next) {}
