// A TCP server for a chat of many.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class Server {
    // fill in: who is in the room: a map that threads can share, with what it takes to reach each name

    static void serve(Socket connection) throws IOException {
        // fill in: again and again
        //   - read a line, with a BufferedReader; null means that the client has left, and so does an IOException
        //   - see which command it is, look at what has come, and tell the others
        //   - answer; flush() what you have written
        //   - after QUIT say BYE and leave the loop

        // fill in: take the client out of the map, and tell the others who left
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

            // fill in: many clients at once, with a Thread for each
            try (Socket connection = serverSocket.accept()) {
                serve(connection);
            }
        }
    }
}
