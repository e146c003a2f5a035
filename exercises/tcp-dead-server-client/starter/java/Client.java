// A TCP client that notices that the server has died.
// Compile:  javac Client.java
// Run:      java Client HOST PORT
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

        // fill in: args[0] is the host, args[1] is the port.
        String serverName = "127.0.0.1";
        int serverPort = 12000;

        // create a TCP socket
        try (Socket socket = new Socket()) {
            // fill in: connect the socket to the server (see: try ... catch (IOException error))

            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String sentence = input.readLine(); sentence != null; sentence = input.readLine()) {
                String reply = "";
                // fill in: send the sentence and receive the reply
                // fill in: nothing received (read() returns -1), or an exception, means that the server has died

                System.out.println("From server: " + reply);
            }
            // fill in: when the server has died, say so and end with System.exit(1)
        }
    }
}
