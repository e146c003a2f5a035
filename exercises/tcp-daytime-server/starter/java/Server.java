// A daytime server: tells every client the time.
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
                String line = "";
                // fill in: put the time into the line, see java.util.Date or java.time.LocalDateTime
                connection.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
