// fails: goes-on-to-the-next-sender, closes-the-connection
// diagnosis: stays_with_the_first_client, floods
// mistake: readLine() returns null at the end of the connection, again and again.
import java.io.*; import java.net.*;
public class prints_null_for_ever {
    public static void main(String[] args) throws Exception {
        ServerSocket s = new ServerSocket(Integer.parseInt(args[0]));
        Socket c = s.accept();
        BufferedReader in = new BufferedReader(new InputStreamReader(c.getInputStream()));
        while (true) System.out.println("Message: " + in.readLine());
    }
}
