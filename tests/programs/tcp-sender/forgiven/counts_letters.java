// fails: not-ascii
// diagnosis: cuts_text_at
// oddity: It sends as many bytes as the text has letters.
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

class counts_letters {
    public static void main(String[] args) throws Exception {
        String text = args[2];
        Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
        socket.close();
    }
}
