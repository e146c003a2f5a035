// A web server for many browsers at once.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Server {
    static byte[] response(String path) {
        // fill in: the bytes of that file in the folder www, with a head before them
        // fill in: what if the file is not there, or the path leads out of the folder?
        return "HTTP/1.0 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    static void serve(Socket connection) throws IOException {
        // fill in: read lines up to the empty one; null means that the browser has hung up
        String path = "/";
        // fill in: what if it hangs up while you write?
        connection.getOutputStream().write(response(path));
        connection.close();
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: java Server PORT");
            System.exit(1);
        }

        // fill in: the port is given on the command line, in args[0]
        int serverPort = 12000;

        // create a TCP socket for the browsers to connect to; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort)) {
            System.out.println("The server is ready");

            // fill in: one browser after the other, and none of them waits for another, with a Thread for each
            serve(serverSocket.accept());
        }
    }
}
