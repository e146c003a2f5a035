// A TCP server that replies in capitals.
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

        // create a TCP welcoming socket; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort)) {
            System.out.println("The server is ready");

            // fill in: again and again
            //   - accept the next client: accept() returns a new socket for it
            //   - read the sentence from the new socket; readLine() waits for a newline, read() does not
            //   - send its capitals back on the new socket
            //   - close the new socket when this client is done
        }
    }
}
