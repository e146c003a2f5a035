// TCP receiver that hears other computers
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class Receiver {
    public static void main(String[] args) throws Exception {
        int port = 0;  // fill in: the port to listen on, from the first argument (args[0]), as a number

        if (port == 0) {
            System.err.println("Fill in the port first.");
            System.exit(1);
        }

        // fill in: without its third argument a ServerSocket listens on all addresses; so it hears this computer only
        ServerSocket server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());

        Socket connection = server.accept();
        BufferedReader in = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));

        // fill in: read line after line until there is no more (null), and print each
        // fill in: close the connection, and go on to the next sender
        server.close();
    }
}
