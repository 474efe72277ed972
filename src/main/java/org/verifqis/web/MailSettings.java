package org.verifqis.web;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How messages are sent, under {@code verifqis.courriel.}: docs/depots.md.
 *
 * @param host name of the server that takes them
 * @param port its port
 * @param from address that they come from
 * @param user name for the server; null where it wants none
 * @param secret password for it
 * @param starttls whether nothing is sent unless the connection is encrypted
 * @param pace how often it is looked whether something is to be sent
 */
record MailSettings(
    @Name("hote") String host,
    @DefaultValue("25") int port,
    @Name("de") String from,
    @Name("utilisateur") String user,
    String secret,
    @DefaultValue("false") boolean starttls,
    @Name("cadence") @DefaultValue("30s") Duration pace) {}
