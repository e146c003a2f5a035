// fails: replies-in-capitals
// diagnosis: java_error
// mistake: readUTF() takes the first two letters for a length.
import java.io.*; import java.net.*;
public class reads_utf {
    public static void main(String[] args) throws IOException {
        ServerSocket s = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket c = s.accept();
            DataInputStream in = new DataInputStream(c.getInputStream());
            DataOutputStream out = new DataOutputStream(c.getOutputStream());
            out.writeUTF(in.readUTF().toUpperCase());
            c.close();
        }
    }
}
