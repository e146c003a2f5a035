// fails: sends-the-text, prints-the-reply
// diagnosis: never_sends
// mistake: The text stays in the PrintWriter: nobody calls flush().
import java.io.*;
import java.net.*;

public class NeverFlushes {
    public static void main(String[] args) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));
        Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
        PrintWriter out = new PrintWriter(new OutputStreamWriter(socket.getOutputStream()));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        System.out.print("Text: ");
        out.println(keyboard.readLine());
        System.out.println("From server: " + in.readLine());
        socket.close();
    }
}
