// fails: shouts-on-and-on
// diagnosis: waits_for_more
// mistake: What println() writes stays in the buffer of the PrintWriter.
import java.io.*;
import java.net.*;
public class NeverFlushes {
    public static void main(String[] args) throws Exception {
        ServerSocket ss = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket s = ss.accept();
            try {
                BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
                PrintWriter out = new PrintWriter(new OutputStreamWriter(s.getOutputStream()));
                String line;
                while ((line = in.readLine()) != null) {
                    System.out.println("Received: " + line);
                    out.println(line.toUpperCase());
                }
                System.out.println("Connection dropped.");
                s.close();
            } catch (IOException e) { System.out.println("Connection dropped."); }
        }
    }
}
