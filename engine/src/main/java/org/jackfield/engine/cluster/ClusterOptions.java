package org.jackfield.engine.cluster;

import java.util.List;
import java.util.regex.Pattern;
import org.jackfield.engine.error.InvalidSettingException;

/**
 * Where this node listens for the others and where it looks for them.
 *
 * @param members addresses {@code host} or {@code host:port} of nodes to join; empty for a node on its own
 * @param address the one address that is listened on; everybody who reaches it is trusted, so it is not a public one
 * @param port 0 for a free one
 */
public record ClusterOptions(List<String> members, String address, int port) {

    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+](:\\d{1,5})?");
    private static final int HIGHEST_PORT = 65_535;

    public ClusterOptions {
        members = List.copyOf(members);
        members.stream().filter(member -> !MEMBER.matcher(member).matches()).findFirst().ifPresent(member -> {
            throw new InvalidSettingException("JACKFIELD_CLUSTER_MEMBERS", member, "HOST or HOST:PORT, separated by ,");
        });
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidSettingException("JACKFIELD_CLUSTER_PORT", Integer.toString(port), "0 to 65535");
        }
        if (address.isBlank()) {
            throw new InvalidSettingException("JACKFIELD_CLUSTER_ADDRESS", address, "an address of this machine");
        }
    }

    /** Several nodes on embedded databases would be several truths. */
    public void requireSharedDatabase(boolean external) {
        if (!members.isEmpty() && !external) {
            throw new InvalidSettingException("JACKFIELD_CLUSTER_MEMBERS", String.join(",", members),
                    "empty, unless JACKFIELD_DATABASE_URL names a database that all nodes share");
        }
    }
}
