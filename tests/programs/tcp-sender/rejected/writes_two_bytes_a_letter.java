// fails: message-arrives
// diagnosis: sends_two_bytes_a_letter
// mistake: writeChars() writes two bytes for each letter.
import java.io.*; import java.net.*;
public class writes_two_bytes_a_letter {
    public static void main(String[] args) throws Exception {
        Socket s = new Socket(args[0], Integer.parseInt(args[1]));
        DataOutputStream w = new DataOutputStream(s.getOutputStream());
        w.writeChars(args[2]);
        s.close();
    }
}
