// A TCP server that gives files.
// Compile:  javac Server.java
// Run:      java Server PORT FOLDER
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.zip.CRC32;

public class Server {
    static byte[] contentOf(String name) {
        // fill in: refuse a name that leads out of the folder; read the file with Files.readAllBytes(); null when there is none
        return null;
    }

    static String sumOf(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return String.format("%08x", sum.getValue());
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Server PORT FOLDER");
            System.exit(1);
        }

        // fill in: the port and the folder are given on the command line, in args[0] and args[1]
        int serverPort = 12000;

        // create a TCP socket for the clients to connect to; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort)) {
            System.out.println("The server is ready");

            // fill in: many clients at once
            try (Socket connection = serverSocket.accept()) {
                // fill in: again and again
                //   - read a line, with a BufferedReader; null means that the client has closed the connection
                //   - send the answer, the line and the bytes of a file through the same OutputStream; flush() what you have written
                //   - remember which file this client got last
            }
        }
    }
}
