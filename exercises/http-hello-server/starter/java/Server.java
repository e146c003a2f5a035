// An HTTP server that says hello.
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
        byte[] body = "Hello, world!\n".getBytes(StandardCharsets.UTF_8);

        // create a TCP socket for the browsers to connect to; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort)) {
            System.out.println("The server is ready");

            // fill in: again and again
            //   - accept the next connection
            //   - receive the request; it ends with an empty line ("\r\n\r\n")
            //   - send the status line, the header lines and an empty line, each with "\r\n" at its end
            //   - send the body
            //   - close the connection
        }
    }
}
