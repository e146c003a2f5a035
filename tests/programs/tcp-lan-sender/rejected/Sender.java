// fails: reaches-another-computer
// diagnosis: uses_another_address
// mistake: InetAddress.getLocalHost() is this computer.
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;

public class Sender {
    public static void main(String[] args) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLocalHost(), Integer.parseInt(args[1]))) {
            new PrintWriter(socket.getOutputStream(), true).print(args[2]);
        }
    }
}
