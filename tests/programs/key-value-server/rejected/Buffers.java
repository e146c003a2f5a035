// fails: lines-together, clients-of-redis
// diagnosis: answers_lines_together_once, blocked_in
// mistake: each line gets a buffered stream of its own, and what that has read ahead is gone with it.
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Buffers {
    static final Map<String, String> store = new ConcurrentHashMap<>();

    static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        in = new DataInputStream(new BufferedInputStream(in));
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException();
            line.append((char) next);
        }
        int size = line.length();
        return size > 0 && line.charAt(size - 1) == '\r' ? line.substring(0, size - 1) : line.toString();
    }

    static List<String> request(DataInputStream in) throws IOException {
        String line = line(in);
        List<String> words = new ArrayList<>();
        if (line.startsWith("*")) {
            for (int left = Integer.parseInt(line.substring(1)); left > 0; --left) {
                byte[] word = new byte[Integer.parseInt(line(in).substring(1))];
                in.readFully(word);
                line(in);
                words.add(new String(word, StandardCharsets.ISO_8859_1));
            }
            return words;
        }
        int quote = line.indexOf('"');
        for (String word : (quote < 0 ? line : line.substring(0, quote)).split(" ")) {
            if (!word.isEmpty()) words.add(word);
        }
        if (quote >= 0) words.add(line.substring(quote + 1, Math.max(quote + 1, line.lastIndexOf('"'))));
        return words;
    }

    static String bulk(String text) {
        return text == null ? "$-1\r\n" : "$" + text.length() + "\r\n" + text + "\r\n";
    }

    static String answer(List<String> words) {
        String command = words.get(0).toUpperCase() + " " + words.size();
        switch (command) {
            case "SET 3":
                store.put(words.get(1), words.get(2));
                return "+OK\r\n";
            case "GET 2": return bulk(store.get(words.get(1)));
            case "DEL 2": return store.remove(words.get(1)) == null ? ":0\r\n" : ":1\r\n";
            case "KEYS 2":
                StringBuilder keys = new StringBuilder();
                store.keySet().forEach(key -> keys.append(bulk(key)));
                return "*" + store.size() + "\r\n" + keys;
            case "QUIT 1": return "+OK\r\n";
            default: return "-ERR no request: " + command + "\r\n";
        }
    }

    static void serve(Socket client) {
        try (Socket connection = client) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
            OutputStream out = connection.getOutputStream();
            while (true) {
                List<String> words = request(in);
                if (words.isEmpty()) continue;
                out.write(answer(words).getBytes(StandardCharsets.ISO_8859_1));
                if (words.get(0).equalsIgnoreCase("QUIT")) return;
            }
        } catch (IOException gone) {
            System.out.println("a client has gone: " + gone.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket client = server.accept();
                new Thread(() -> serve(client)).start();
            }
        }
    }
}
