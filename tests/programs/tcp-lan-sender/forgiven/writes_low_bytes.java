// fails: not-ascii
// oddity: writeBytes() writes the low byte of each character, which is right for ASCII only.
import java.io.DataOutputStream;
import java.net.Socket;

class TCPSender {
    public static void main(String argv[]) throws Exception {
        Socket clientSocket = new Socket(argv[0], Integer.parseInt(argv[1]));
        DataOutputStream outToServer = new DataOutputStream(clientSocket.getOutputStream());
        outToServer.writeBytes(argv[2] + '\n');
        clientSocket.close();
    }
}
