// A TCP client: sends a sentence to a server and prints the reply, the sentence in capitals.
// Compile:  javac Client.java
// Run:      java Client HOST PORT      (start the server first)
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("usage: java Client HOST PORT");
            System.exit(1);
        }

        // fill in: the address and the port of the server. They are given on the command line:
        // args[0] is the host, args[1] is the port.
        String serverName = "127.0.0.1";
        int serverPort = 12000;

        // create a TCP socket
        try (Socket socket = new Socket()) {
            // fill in: connect the socket to the server, see InetSocketAddress

            System.out.print("Input lowercase sentence: ");
            System.out.flush();
            String sentence = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();

            // fill in: send the sentence (a socket sends bytes: see getBytes())

            String reply = "";
            // fill in: receive the reply (see new String(bytes, 0, n, StandardCharsets.UTF_8))

            System.out.println("From server: " + reply);
        }
    }
}
