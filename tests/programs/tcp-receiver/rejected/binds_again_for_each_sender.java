// fails: goes-on-to-the-next-sender
// diagnosis: binds_again
// mistake: The ServerSocket is made inside the loop; the second one finds its port taken.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;

public class TCPReceiver {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
        while (true) {
            ServerSocket listener = new ServerSocket(port);
            Socket sender = listener.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream()));
            String line;
            while ((line = in.readLine()) != null) {
                System.out.println(line);
            }
            sender.close();
        }
    }
}
