// A TCP server that lets its clients guess a number.
// Compile:  javac Server.java
// Run:      java Server PORT SECRET...
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class Server {
    static void serve(Socket connection) throws IOException {
        // fill in: which game of this client it is, and how many guesses it has made in it

        // fill in: again and again
        //   - read a line, with a BufferedReader; null means that the client has closed the connection
        //   - answer it: compare the guess with the secret, or begin the next game; flush() what you have written
        //   - after QUIT say BYE and leave the loop
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Server PORT SECRET...");
            System.exit(1);
        }

        // fill in: the port is given on the command line, in args[0], and the secrets behind it
        int serverPort = 12000;

        // create a TCP socket for the clients to connect to; it begins to listen at once
        try (ServerSocket serverSocket = new ServerSocket(serverPort)) {
            System.out.println("The server is ready");

            // fill in: many clients at once
            try (Socket connection = serverSocket.accept()) {
                serve(connection);
            }
        }
    }
}
