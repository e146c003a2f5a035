// fails: message-arrives
// diagnosis: sends_a_length_first
// mistake: writeUTF() puts two bytes with the length in front of the text, which only readUTF() understands.
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

public class MessageSender {
    public static void main(String[] args) {
        String host = args[0];
        int port = Integer.parseInt(args[1]);
        try {
            Socket socket = new Socket(host, port);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeUTF(args[2]);
            out.flush();
            socket.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
