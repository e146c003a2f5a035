// A TCP client: sends a request to a server and prints the reply.
// Compile:  javac Client.java
// Run:      java Client HOST PORT MESSAGE      (start the server first)
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: java Client HOST PORT MESSAGE");
            System.exit(1);
        }

        // fill in: the address, the port and the message. They are given on the command line:
        // args[0] is the host, args[1] is the port, args[2] is the message.
        String serverName = "127.0.0.1";
        int serverPort = 12000;
        String message = "hello";

        // create a TCP socket
        try (Socket socket = new Socket()) {
            // fill in: connect the socket to the server, see InetSocketAddress

            // fill in: send the message (a socket sends bytes: see getBytes())

            String reply = "";
            // fill in: receive the reply (see new String(bytes, 0, n, StandardCharsets.UTF_8))

            System.out.println("Server says: " + reply);
        }
    }
}
