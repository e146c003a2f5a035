// An HTTP client: fetches a page and writes it to a file.
// Compile:  javac Client.java
// Run:      java Client URL FILE
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

public class Client {
    static byte[] fetch(URI address) throws IOException {
        // create a TCP socket and connect it
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());

            // fill in: write the request, and flush; its lines end in \r\n, and the last one is empty

            // fill in:
            //   - read the head byte by byte, up to the empty line; -1 means that the server has left
            //   - the second word is the status: 301, 302, 303, 307 and 308 want the place that Location names, see
            //     address.resolve(); what else is not 200 is an IOException
            //   - read the page: as many bytes as Content-Length says (see in.readNBytes()), in chunks, or up to the end
            return new byte[0];
        }
    }

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: java Client http://HOST:PORT/PATH FILE");
            System.exit(1);
        }

        try {
            // fill in: the address is args[0], and the file's name args[1]
            byte[] page = fetch(URI.create("http://127.0.0.1:8080/hello.html"));
            Files.write(Path.of("page.out"), page);
        } catch (IOException error) {
            System.err.println("not fetched: " + error.getMessage());
            System.exit(1);
        }
    }
}
