// fails: replies-in-capitals
// diagnosis: sends_an_object
// mistake: writeObject() writes more than the text.
import java.io.*; import java.net.*;
public class sends_an_object {
    public static void main(String[] args) throws Exception {
        ServerSocket s = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket c = s.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(c.getInputStream()));
            ObjectOutputStream out = new ObjectOutputStream(c.getOutputStream());
            out.writeObject(in.readLine().toUpperCase());
            out.flush();
            c.close();
        }
    }
}
