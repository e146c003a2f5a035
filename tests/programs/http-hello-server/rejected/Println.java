// mistake: println() ends lines with \n alone (on Linux), and the reply stays in the PrintWriter until it is closed.
// fails: answers-a-request
// diagnosis: breaks_http
import java.io.*;
import java.net.*;

public class Println {
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(Integer.parseInt(args[0]));
        while (true) {
            Socket client = server.accept();
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()));
            String line;
            while ((line = in.readLine()) != null && line.length() > 0)
                System.out.println(line);
            PrintWriter out = new PrintWriter(client.getOutputStream());
            out.println("HTTP/1.0 200 OK");
            out.println("Content-Length: 6");
            out.println();
            out.println("Hello");
            out.close();
        }
    }
}
