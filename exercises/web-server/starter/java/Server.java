// A web server: hands out the files of the folder www.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;

public class Server {
    static void respond(OutputStream out, String status, String type, byte[] body) throws IOException {
        // fill in: write the status line, Content-Type, Content-Length and an empty line, each with \r\n, then the body
    }

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

            // fill in: one browser after another
            try (Socket connection = serverSocket.accept()) {
                // fill in:
                //   - read lines until an empty one comes; null means that the browser has gone
                //   - take the path out of the first line; / is /index.html
                //   - a path that leads out of www gets a 403, and what is not there a 404
                //   - read the file with Files.readAllBytes(), and respond with "200 OK"
            }
        }
    }
}
