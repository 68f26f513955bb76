package org.jackfield.app.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An application that is asked about offers: checks the signature as the SDK does, and answers by the path. */
final class AssignmentServer implements AutoCloseable {

    private final HttpServer web;
    private final Map<String, Function<Map<String, String>, String>> answers = new LinkedHashMap<>();
    private final List<Map<String, String>> forms = Collections.synchronizedList(new ArrayList<>());
    private final List<String> unsigned = Collections.synchronizedList(new ArrayList<>());
    private final String key;

    AssignmentServer(String key) throws IOException {
        this.key = key;
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.createContext("/", this::handle);
        web.start();
    }

    /** The address of a path that answers so; an empty answer is a failure. */
    URI answering(String path, Function<Map<String, String>, String> answer) {
        answers.put(path, answer);
        return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + path);
    }

    /** What it was asked, oldest first. */
    List<Map<String, String>> forms() {
        return List.copyOf(forms);
    }

    /** Requests whose signature was not ours. */
    List<String> unsigned() {
        return List.copyOf(unsigned);
    }

    @Override
    public void close() {
        web.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> form = form(exchange);
        String url = "http://127.0.0.1:" + web.getAddress().getPort() + path;
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("X-Twilio-Signature"));
        if (!new RequestValidator(key).validate(url, form, signature)) {
            unsigned.add(path);
        }
        forms.add(form);
        String answer = answers.getOrDefault(path, _ -> "").apply(form);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.isEmpty() ? 500 : 200, answer.isEmpty() ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
