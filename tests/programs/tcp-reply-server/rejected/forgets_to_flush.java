// mistake: A PrintWriter keeps what is printed into it until flush() or close().
// fails: replies, prints-the-request
// diagnosis: waits_for_more, keeps_its_reply
import java.io.*;
import java.net.*;

public class Main {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket client = server.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
            PrintWriter out = new PrintWriter(client.getOutputStream());
            String line;
            while ((line = in.readLine()) != null) {
                System.out.println("Client: " + line);
                out.println("Message received");
            }
            out.close();
        }
    }
}
