// fails: message-arrives
// diagnosis: sends_an_object
// mistake: writeObject() writes more than the text.
import java.io.*; import java.net.*;
public class sends_an_object {
    public static void main(String[] args) throws Exception {
        Socket s = new Socket(args[0], Integer.parseInt(args[1]));
        ObjectOutputStream w = new ObjectOutputStream(s.getOutputStream());
        w.writeObject(args[2]); w.flush();
        s.close();
    }
}
