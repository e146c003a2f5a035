// A TCP client of a calculator.
// Compile:  javac Client.java
// Run:      java Client HOST PORT
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

public class Client {
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Client HOST PORT");
            System.exit(1);
        }

        // fill in: the server's address and port are given on the command line, in args
        String serverName = "localhost";
        int serverPort = 12000;

        BufferedReader user = new BufferedReader(new InputStreamReader(System.in));

        // create a TCP socket, connected to the server
        try (Socket clientSocket = new Socket(serverName, serverPort)) {
            // fill in: again and again, until the server says BYE
            System.out.print("Sum: ");
            String sentence = user.readLine();
            // fill in: send the line with its line end; flush() what you have written
            // fill in: read lines until one is the answer, with one BufferedReader for the whole connection;
            //          null means that the server has gone; print notes and the answer
        }
    }
}
