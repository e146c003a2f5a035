// A TCP server that echoes.
// Compile:  javac Server.java
// Run:      java Server PORT
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class Server {
    static void talk(Socket connection) {
        try (connection) {
            // fill in: again and again read() bytes of this client into an array, until it has no more,
            // and write() as many back
        } catch (IOException error) {
            System.out.println("A client has gone: " + error.getMessage());
        }
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

            // fill in: again and again
            Socket connection = serverSocket.accept();
            // fill in: instead of calling talk() here, let a thread do it:
            //          new Thread(() -> talk(connection)).start();
            talk(connection);
        }
    }
}
