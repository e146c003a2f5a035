// fails: hears-another-computer
// diagnosis: bound_to_loopback_only
// mistake: InetAddress.getLoopbackAddress() makes the ServerSocket deaf to every other computer.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

public class Loopback {
    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 5, InetAddress.getLoopbackAddress());
        while (true) {
            try (Socket client = server.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
                for (String line = in.readLine(); line != null; line = in.readLine())
                    System.out.println(line);
            }
        }
    }
}
