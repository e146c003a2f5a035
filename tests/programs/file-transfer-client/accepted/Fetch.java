// The sending side is closed behind the checksum; the file moves to its place when all is well.
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

public class Fetch {
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the server has left");
            }
            line.append((char) letter);
        }
        return line.toString().strip();
    }

    private static void fetch(Socket socket, String name) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + name + "\n").getBytes(StandardCharsets.UTF_8));
        String answer = line(in);
        if (!answer.matches("SIZE \\d+")) {
            throw new IOException(answer);
        }
        long left = Long.parseLong(answer.substring(5));
        CRC32 sum = new CRC32();
        Path part = Files.createTempFile(Path.of(""), "fetch", ".part");
        try {
            try (OutputStream file = Files.newOutputStream(part)) {
                byte[] buffer = new byte[512];
                while (left > 0) {
                    int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                    if (got < 0) {
                        throw new EOFException(left + " bytes are missing");
                    }
                    file.write(buffer, 0, got);
                    sum.update(buffer, 0, got);
                    left -= got;
                }
            }
            out.write(String.format("SUM %08x\n", sum.getValue()).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            if (!line(in).equals("SAME")) {
                throw new IOException("the file has changed on its way");
            }
            Files.move(part, Path.of(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public static void main(String[] args) {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            fetch(socket, args[2]);
        } catch (IOException problem) {
            System.out.println("not fetched: " + problem.getMessage());
            System.exit(1);
        }
    }
}
