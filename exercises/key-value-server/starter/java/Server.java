// A TCP server that keeps values: answers each line of its clients.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class Server {
    // fill in: the store for the values of all clients

    static String answer(String line) {
        // fill in: split the line at its spaces, look at what has come, and set, get or delete
        return "-ERR this server knows no command yet\r\n";
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

            // fill in: many clients at once
            try (Socket connection = serverSocket.accept()) {
                // fill in: again and again
                //   - read a line, with a BufferedReader; null means that the client has closed the connection
                //   - send the answer as bytes of UTF-8; flush() what you have written
                //   - after QUIT send +OK and leave the loop
            }
        }
    }
}
