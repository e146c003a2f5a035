// Names the range in a heading, and takes its time before each line.
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

public class Slowly {
    public static void main(String[] args) throws InterruptedException {
        int first = Integer.parseInt(args[1]);
        int last = Integer.parseInt(args[2]);
        System.out.println("Scanning " + args[0] + " from port " + first + " to port " + last);
        for (int port = first; port <= last; port++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(args[0], port), 500);
                Thread.sleep(50);
                System.out.println("Port " + port + " is open");
            } catch (IOException e) {
                // nobody listens there
            }
        }
    }
}
