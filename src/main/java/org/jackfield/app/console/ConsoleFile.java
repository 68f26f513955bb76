package org.jackfield.app.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of the built console, kept in memory once it was asked for. The names are few: those of the build. */
final class ConsoleFile {

    private static final Pattern ASSET = Pattern.compile("/assets/[A-Za-z0-9_-]{1,80}\\.(js|css|svg|woff2)");
    private static final Map<String, String> TYPES = Map.of("html", "text/html;charset=UTF-8", "js",
            "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "svg", "image/svg+xml", "woff2",
            "font/woff2");
    private static final Map<String, ConsoleFile> KNOWN = new ConcurrentHashMap<>();

    private final String type;
    private final byte[] plain;
    private final Optional<byte[]> zipped;
    private final boolean isNamedByContent;

    private ConsoleFile(String type, byte[] plain, Optional<byte[]> zipped, boolean isNamedByContent) {
        this.type = type;
        this.plain = plain;
        this.zipped = zipped;
        this.isNamedByContent = isNamedByContent;
    }

    /** The file that a path of the console names; empty for every other path. */
    static Optional<ConsoleFile> at(String path) throws IOException {
        String name = path.equals("/") ? "/index.html" : path;
        boolean isAsset = ASSET.matcher(name).matches();
        if (!isAsset && !name.equals("/index.html") && !name.equals("/jackfield.svg")) {
            return Optional.empty();
        }
        ConsoleFile known = KNOWN.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ConsoleFile> read = read(name, isAsset);
        read.ifPresent(file -> KNOWN.put(name, file));
        return read;
    }

    private static Optional<ConsoleFile> read(String name, boolean isAsset) throws IOException {
        Optional<byte[]> plain = bytes(name);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return Optional.of(new ConsoleFile(type, plain.get(), bytes(name + ".gz"), isAsset));
    }

    private static Optional<byte[]> bytes(String name) throws IOException {
        try (@Nullable
        InputStream file = ConsoleFile.class.getResourceAsStream("/console" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        }
    }

    String type() {
        return type;
    }

    boolean isNamedByContent() {
        return isNamedByContent;
    }

    boolean isZipped() {
        return zipped.isPresent();
    }

    /** What goes out, compressed where it is there and wanted. */
    byte[] body(boolean zip) {
        return zip ? zipped.orElse(plain) : plain;
    }
}
