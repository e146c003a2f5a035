// A TCP server that calculates: answers each line of its client.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class Server {
    static String answer(String line) {
        // fill in: split the line at its spaces, look at what has come, and calculate
        return "ERROR this server knows no calculation yet";
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

            // fill in: one client after another
            try (Socket connection = serverSocket.accept()) {
                // fill in: again and again
                //   - read a line, with a BufferedReader; null means that the client has closed the connection
                //   - send the answer, and a line end; flush() what you have written
                //   - after QUIT say BYE and leave the loop
            }
        }
    }
}
