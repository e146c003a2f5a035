// fails: sender-says-nothing, after-a-reset
// oddity: readLine() returns null for a sender that says nothing, and trim() of null ends the program.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;

public class SimpleReceiver {
    public static void main(String[] args) throws Exception {
        ServerSocket ss = new ServerSocket(Integer.parseInt(args[0]));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        while (true) {
            Socket s = ss.accept();
            BufferedReader br = new BufferedReader(new InputStreamReader(s.getInputStream(), "UTF-8"));
            String message = br.readLine().trim();
            out.println("Message: " + message);
            s.close();
        }
    }
}
