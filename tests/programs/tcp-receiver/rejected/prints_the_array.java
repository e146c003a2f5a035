// fails: prints-a-message
// diagnosis: shows_an_object
// mistake: println() of a byte array shows its type and a number, not the text in it.
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;

class Receive {
    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket socket = server.accept();
            InputStream in = socket.getInputStream();
            byte[] data = new byte[1024];
            int length = in.read(data);
            System.out.println("Received " + data);
            socket.close();
        }
    }
}
