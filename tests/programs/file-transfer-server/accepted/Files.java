// A thread for each client, which reads its lines byte by byte.
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

public class Files {
    private static Path folder;

    private final InputStream in;
    private final OutputStream out;
    private CRC32 last;

    private Files(Socket client) throws IOException {
        in = new BufferedInputStream(client.getInputStream(), 64);
        out = new BufferedOutputStream(client.getOutputStream());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                return null;
            }
            line.append((char) letter);
        }
        return line.toString().trim();
    }

    private void say(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void give(String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || name.contains("..") || !java.nio.file.Files.isRegularFile(path)) {
            say("ERROR no file of that name");
            return;
        }
        say("SIZE " + path.toFile().length());
        last = new CRC32();
        try (InputStream file = new CheckedInputStream(java.nio.file.Files.newInputStream(path), last)) {
            file.transferTo(out);
        }
    }

    private void talk() throws IOException {
        for (String line = line(); line != null; line = line()) {
            String[] words = line.split(" +");
            if (words.length == 2 && words[0].equals("GET")) {
                give(words[1]);
            } else if (words.length == 2 && words[0].equals("SUM") && last != null) {
                say(words[1].equalsIgnoreCase(String.format("%08X", last.getValue())) ? "SAME" : "DIFFERENT");
            } else {
                say("ERROR a GET or a SUM, please");
            }
            out.flush();
        }
    }

    public static void main(String[] args) throws IOException {
        folder = Path.of(args[1]).toAbsolutePath().normalize();
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                Socket client = listener.accept();
                new Thread(() -> {
                    try (client) {
                        new Files(client).talk();
                    } catch (IOException gone) {
                        System.out.println("a client has gone: " + gone.getMessage());
                    }
                }).start();
            }
        }
    }
}
