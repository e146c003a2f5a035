// fails: replies-in-capitals
// diagnosis: java_error
// mistake: ObjectInputStream reads what an ObjectOutputStream wrote, and no plain text.
import java.io.*; import java.net.*;
public class reads_an_object {
    public static void main(String[] args) throws Exception {
        ServerSocket s = new ServerSocket(Integer.parseInt(args[0]));
        Socket c = s.accept();
        ObjectInputStream in = new ObjectInputStream(c.getInputStream());
        ObjectOutputStream out = new ObjectOutputStream(c.getOutputStream());
        out.writeObject(((String) in.readObject()).toUpperCase());
        c.close();
    }
}
