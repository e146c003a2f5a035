// A TCP client that fetches a file.
// Compile:  javac Client.java
// Run:      java Client HOST PORT FILE
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.zip.CRC32;

public class Client {
    static String line(InputStream in) throws IOException {
        // fill in: read byte by byte up to the line end; throw an IOException when in.read() returns -1, for the server has left
        return "";
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("usage: java Client HOST PORT FILE");
            System.exit(1);
        }

        String host = "";  // fill in: the address of the server, from the first argument (args[0])
        int port = 0;      // fill in: the port of the server, from the second argument, as a number
        String name = "";  // fill in: the name of the file, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the name first.");
            System.exit(1);
        }

        // fill in: catch the IOException of whatever fails, say so, and end with System.exit(1)
        try (Socket socket = new Socket(host, port)) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();

            // fill in: send GET, a space, the name and a line end, as bytes (getBytes())

            String answer = line(in);
            // fill in: is it ERROR? Else it is the length

            byte[] content = new byte[0];
            // fill in: in.readNBytes() reads so many bytes, or fewer when the connection ends before

            CRC32 sum = new CRC32();
            sum.update(content);
            String last = String.format("SUM %08x\n", sum.getValue());
            // fill in: send it, and look whether the server says SAME
            // fill in: write the file (Files.write())
            System.out.println(content.length + " bytes have come of " + name + answer + last);
        }
    }
}
