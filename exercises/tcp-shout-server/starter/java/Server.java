// A TCP server: sends back in capitals whatever its client says, until the client goes.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
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

        // create a TCP socket for the clients to connect to; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort)) {
            System.out.println("The server is ready");

            // fill in: one client after another
            try (Socket connection = serverSocket.accept()) {
                // fill in: again and again
                //   - receive what the client says; read() returns -1 when it has closed the connection
                //   - send it back in capitals
                // fill in: a reset raises SocketException; catch it (try ... catch)
            }
            System.out.println("Connection dropped.");
        }
    }
}
