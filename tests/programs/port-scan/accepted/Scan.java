import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

public class Scan {
    public static void main(String[] args) {
        String host = args[0];
        int first = Integer.parseInt(args[1]);
        int last = Integer.parseInt(args[2]);
        System.out.println("Scanning " + host + " from port " + first + " to port " + last);
        for (int port = first; port <= last; port++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), 500);
                System.out.println("Port " + port + " is open");
            } catch (IOException e) {
                // nobody listens there
            }
        }
        System.out.println("Done");
    }
}
