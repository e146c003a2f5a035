// A TCP server: prints the request of a client and replies.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Server {
    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: java Server PORT");
            System.exit(1);
        }

        // fill in: the port is given on the command line, in args[0]
        int serverPort = 12000;
        // fill in: the address to listen on ("localhost" hears this computer only)
        String serverAddress = "localhost";
        String reply = "Message received";

        // create a TCP socket for the clients to connect to; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort, 50, InetAddress.getByName(serverAddress))) {
            System.out.println("The server is ready");

            // fill in: again and again
            //   - accept the next connection
            //   - receive the request and print it (a socket receives bytes: see new String(bytes, 0, n, ...))
            //   - send the reply through the connection (see getBytes())
            //   - close the connection
        }
    }
}
