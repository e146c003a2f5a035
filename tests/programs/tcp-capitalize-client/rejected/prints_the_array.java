// fails: prints-the-reply
// diagnosis: shows_an_object
// mistake: println() of a byte array shows its type and a number, not the text in it.
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Scanner;

public class CapitalClient {
    public static void main(String[] args) throws Exception {
        Socket socket = new Socket(args[0], Integer.parseInt(args[1]));
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream();

        Scanner keyboard = new Scanner(System.in);
        System.out.print("Sentence: ");
        String sentence = keyboard.nextLine();
        out.write(sentence.getBytes());

        byte[] reply = new byte[1024];
        in.read(reply);
        System.out.println("Reply: " + reply);
        socket.close();
    }
}
